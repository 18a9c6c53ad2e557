-- The same totals as the pipeline's, straight from the CSV files: one row a school.
-- $folder and $as_of are put in by the script that runs it. Identifiers are text on both sides.
-- The generated district has no record twice and no overlapping stays, so this may do without the
-- rules for those; the pipeline applies them all the same.
with
stays as (
  select userSourcedId as student, orgSourcedId as school, beginDate as entered,
         coalesce(endDate, date '9999-12-31') as withdrew
  from read_csv('$folder/roles.csv', header = true, auto_detect = false, quote = '"', columns = {
    sourcedId: 'VARCHAR', status: 'VARCHAR', dateLastModified: 'VARCHAR', userSourcedId: 'VARCHAR',
    roleType: 'VARCHAR', role: 'VARCHAR', beginDate: 'DATE', endDate: 'DATE',
    orgSourcedId: 'VARCHAR'})
  where role = 'student'
),
grades as (
  select sourcedId as student, grades as grade
  from read_csv('$folder/users.csv', header = true, auto_detect = false, quote = '"', columns = {
    sourcedId: 'VARCHAR', status: 'VARCHAR', dateLastModified: 'VARCHAR', enabledUser: 'VARCHAR',
    username: 'VARCHAR', givenName: 'VARCHAR', familyName: 'VARCHAR', identifier: 'VARCHAR',
    grades: 'VARCHAR'})
),
calendar as (
  select schoolId as school, date as day,
         row_number() over (partition by schoolId order by date) as nth,
         count(*) over (partition by schoolId) as days
  from read_csv('$folder/calendarDates.csv', header = true, auto_detect = false, quote = '"',
    columns = {schoolId: 'VARCHAR', date: 'DATE', calendarEvent: 'VARCHAR'})
  where calendarEvent = 'Instructional day'
),
marks as (
  select school, count(*) as days,
         max(day) filter (nth = days // 2) as half_day,
         max(day) filter (nth = days // 3 + 1) as after_third_day,
         max(day) filter (nth = days * 9 // 10) as nine_tenths_day,
         min(day) as first_day
  from calendar group by school
),
-- The school that counts a student: that of the stay which covers the as-of day.
counted as (
  select student, school from stays where entered <= date '$as_of' and date '$as_of' < withdrew
),
spans as (
  select s.school, s.entered, s.withdrew, count(*) as days
  from (select distinct school, entered, withdrew from stays) s
  join calendar c on c.school = s.school and c.day >= s.entered and c.day < s.withdrew
    and c.day <= date '$as_of'
  group by all
),
enrolled as (
  select student, sum(days) as days from stays join spans using (school, entered, withdrew)
  group by student
),
absences as (
  select student_id as student, date as day
  from read_csv('$folder/daily_attendance.csv', header = true, auto_detect = false, quote = '"',
    columns = {student_id: 'VARCHAR', date: 'DATE', status: 'VARCHAR', portion_absent: 'DOUBLE'})
  where (status in ('excused', 'unexcused', 'absent') and coalesce(portion_absent, 1) >= 0.5)
     or (status = 'partial' and portion_absent >= 0.5)
),
absent as (
  select a.student, count(*) as days
  from absences a
  join stays s on s.student = a.student and a.day >= s.entered and a.day < s.withdrew
  join calendar c on c.school = s.school and c.day = a.day
  where a.day <= date '$as_of'
  group by a.student
),
plans as (
  select plan_id as plan, student_id as student, plan_type, status,
         opened_on, coalesce(closed_on, date '9999-12-31') as closed_on
  from read_csv('$folder/plans.csv', header = true, auto_detect = false, quote = '"', columns = {
    plan_id: 'VARCHAR', student_id: 'VARCHAR', plan_type: 'VARCHAR', school_year: 'INTEGER',
    status: 'VARCHAR', opened_on: 'DATE', closed_on: 'DATE', counselor_id: 'VARCHAR'})
  where school_year = 2022
),
accepted as (
  select * from plans
  where status <> 'draft'
    and plan_type in ('ILP', 'ICAP', 'ACP', 'MyCAP', 'SSP', 'IGP', 'ECAP', 'HSBP', 'PGP')
),
open_plans as (
  select distinct student from accepted
  where opened_on <= date '$as_of' and date '$as_of' < closed_on
),
-- Two reviews on one day count once.
held as (
  select distinct p.student, r.held_on
  from read_csv('$folder/reviews.csv', header = true, auto_detect = false, quote = '"', columns = {
    review_id: 'VARCHAR', plan_id: 'VARCHAR', status: 'VARCHAR', scheduled_on: 'DATE',
    held_on: 'DATE', participants: 'VARCHAR', focus_areas: 'VARCHAR'}) r
  join accepted p on p.plan = r.plan_id
  where r.status = 'held' and r.held_on <= date '$as_of'
),
first_reviews as (select student, min(held_on) as first_on, count(*) as reviews from held group by student),
second_reviews as (
  select student, min(held_on) as second_on
  from held join first_reviews using (student) where held_on >= first_on + 60 group by student
),
domains as (
  select p.student
  from read_csv('$folder/goals.csv', header = true, auto_detect = false, quote = '"', columns = {
    goal_id: 'VARCHAR', plan_id: 'VARCHAR', domain: 'VARCHAR', description: 'VARCHAR',
    measurement: 'VARCHAR', set_on: 'DATE', target_on: 'DATE', status: 'VARCHAR',
    status_on: 'DATE'}) g
  join plans p on p.plan = g.plan_id
  where g.set_on <= date '$as_of' and g.status <> 'discontinued'
  group by p.student
  having count(distinct g.domain) = 3
),
transitions as (
  select c.student,
         bool_or(h.held_on >= case g.grade when '08' then m.after_third_day else m.first_day end)
           as is_reviewed
  from counted c
  join grades g using (student)
  join marks m using (school)
  join held h using (student)
  where g.grade in ('06', '08', '12')
  group by c.student
),
each as (
  select c.school,
         coalesce(e.days, 0) as enrolled_days,
         coalesce(a.days, 0) as absent_days,
         g.grade in ('06', '07', '08', '09', '10', '11', '12') as is_under_mandate,
         o.student is not null as is_open,
         d.student is not null as has_all_domains,
         coalesce(f.reviews, 0) as reviews,
         f.first_on, s.second_on, m.half_day, m.nine_tenths_day,
         coalesce(t.is_reviewed, false) as is_transition_reviewed
  from counted c
  join grades g using (student)
  join marks m using (school)
  left join enrolled e using (student)
  left join absent a using (student)
  left join open_plans o using (student)
  left join domains d using (student)
  left join first_reviews f using (student)
  left join second_reviews s using (student)
  left join transitions t using (student)
)
select school,
  count(*) as students,
  sum(enrolled_days) as "enrolledDays",
  sum(absent_days) as "absentDays",
  count(*) filter (enrolled_days >= 10 and absent_days * 10 >= enrolled_days) as "chronicallyAbsent",
  count(*) filter (is_under_mandate) as "studentsUnderMandate",
  count(*) filter (is_under_mandate and is_open) as "openPlans",
  coalesce(sum(reviews) filter (is_under_mandate), 0) as "heldReviews",
  count(*) filter (is_under_mandate and first_on <= half_day) as "firstOnTime",
  count(*) filter (is_under_mandate and first_on > half_day) as "firstLate",
  count(*) filter (is_under_mandate and first_on is null) as "firstNone",
  count(*) filter (is_under_mandate and second_on <= nine_tenths_day) as "secondOnTime",
  count(*) filter (is_under_mandate and second_on > nine_tenths_day) as "secondLate",
  count(*) filter (is_under_mandate and second_on is null) as "secondNone",
  count(*) filter (is_transition_reviewed) as "transitionsReviewed",
  count(*) filter (is_under_mandate and is_open and has_all_domains) as "allDomains"
from each
group by school
order by school
