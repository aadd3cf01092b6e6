# Prints the instances of an iCalendar file, a line each: begin and end in seconds since 1970, and x where it is called off.
import sys
from datetime import datetime, timezone

import icalendar
import recurring_ical_events

calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
begin, end = (datetime.fromtimestamp(int(text), timezone.utc) for text in sys.argv[2:4])
for event in recurring_ical_events.of(calendar).between(begin, end):
    off = "x" if str(event.get("STATUS", "")) == "CANCELLED" else ""
    start = event["DTSTART"].dt
    print(f"{int(start.timestamp())} {int(event['DTEND'].dt.timestamp())} {off}".strip())
