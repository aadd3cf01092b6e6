# Prints the instances of an iCalendar file, a line each: begin and end in seconds since 1970, and x where it is called off. Whole days
# begin and end at midnight in Denmark.
import sys
from datetime import datetime, time, timezone
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events


def seconds(moment):
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), ZoneInfo("Europe/Copenhagen"))
    return int(moment.timestamp())


calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
begin, end = (datetime.fromtimestamp(int(text), timezone.utc) for text in sys.argv[2:4])
for event in recurring_ical_events.of(calendar).between(begin, end):
    off = "x" if str(event.get("STATUS", "")) == "CANCELLED" else ""
    print(f"{seconds(event['DTSTART'].dt)} {seconds(event['DTEND'].dt)} {off}".strip())
