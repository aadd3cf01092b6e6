/* Prints the instances of an iCalendar file, a line each: begin and end in seconds since 1970, and x where it is called off. Whole days begin
   and end at midnight in Denmark. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static icalcomponent *calendar;

static int is_off(icalcomponent *event) {
  return icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
}

/* Whether another event stands for this instance. */
static int is_replaced(icalcomponent *master, time_t start) {
  icalcompiter at = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
  for (icalcomponent *event; (event = icalcompiter_deref(&at)); icalcompiter_next(&at)) {
    icalproperty *instead = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
    if (!instead || strcmp(icalcomponent_get_uid(event), icalcomponent_get_uid(master))) continue;
    struct icaltimetype id = icalproperty_get_datetime_with_component(instead, event);
    if (icaltime_as_timet_with_zone(id, icaltime_get_timezone(id)) == start) return 1;
  }
  return 0;
}

/* The midnight a day begins at; the spans that libical makes of days are in UTC and a day too long. */
static long long midnight(struct icaltimetype day) {
  day.is_date = 0;
  day.hour = day.minute = day.second = 0;
  return (long long)icaltime_as_timet_with_zone(day, icaltimezone_get_builtin_timezone("Europe/Copenhagen"));
}

static void tell(icalcomponent *event, struct icaltime_span *span, void *unused) {
  (void)unused;
  int is_instead = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) != NULL;
  if (!is_instead && is_replaced(event, span->start)) return;
  if (icaltime_is_date(icalcomponent_get_dtstart(event))) {
    printf("%lld %lld%s\n", midnight(icalcomponent_get_dtstart(event)), midnight(icalcomponent_get_dtend(event)),
      is_off(event) ? " x" : "");
    return;
  }
  printf("%lld %lld%s\n", (long long)span->start, (long long)span->end, is_off(event) ? " x" : "");
}

static char *next_line(char *into, size_t size, void *file) {
  return fgets(into, (int)size, file);
}

int main(int count, char **given) {
  if (count < 4) return 2;
  FILE *file = fopen(given[1], "r");
  icalparser *parser = icalparser_new();
  icalparser_set_gen_data(parser, file);
  calendar = icalparser_parse(parser, next_line);
  icaltimezone *utc = icaltimezone_get_utc_timezone();
  struct icaltimetype begin = icaltime_from_timet_with_zone(atoll(given[2]), 0, utc);
  struct icaltimetype end = icaltime_from_timet_with_zone(atoll(given[3]), 0, utc);
  icalcompiter at = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
  for (icalcomponent *event; (event = icalcompiter_deref(&at)); icalcompiter_next(&at))
    icalcomponent_foreach_recurrence(event, begin, end, tell, NULL);
  return 0;
}
