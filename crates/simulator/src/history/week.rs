//! How work is spread over a week: little at night and at weekends.

/// A Monday.
const MONDAY: i64 = 4 * 86_400;

const DAY: i64 = 86_400;
const WEEK: i64 = 7 * DAY;

/// Work begins and ends, in seconds of a working day, UTC.
const MORNING: i64 = 7 * 3_600;
const EVENING: i64 = 19 * 3_600;

/// How much more is done in a second of work than in any other.
const BUSY: i64 = 10;

/// The work of a working day, and of a week.
const WORKING_DAY: i64 = DAY + (EVENING - MORNING) * (BUSY - 1);
const WORKING_WEEK: i64 = 5 * WORKING_DAY + 2 * DAY;

/// All work until a time.
pub(super) fn work(time: i64) -> i64 {
    let since = time.saturating_sub(MONDAY);
    let (weeks, rest) = (since.div_euclid(WEEK), since.rem_euclid(WEEK));
    let (day, second) = (rest / DAY, rest % DAY);
    let days = day.min(5) * WORKING_DAY + (day - 5).max(0) * DAY;
    let busy = if day < 5 { (second.clamp(MORNING, EVENING) - MORNING) * (BUSY - 1) } else { 0 };
    weeks.saturating_mul(WORKING_WEEK).saturating_add(days + second + busy)
}

/// The time at which so much work is done.
pub(super) fn when(work: i64) -> i64 {
    let (weeks, rest) = (work.div_euclid(WORKING_WEEK), work.rem_euclid(WORKING_WEEK));
    let day = (rest / WORKING_DAY).min(5);
    let left = rest - day * WORKING_DAY;
    let second = if day == 5 || left <= MORNING {
        left
    } else {
        let busy = (left - MORNING).min((EVENING - MORNING) * BUSY);
        MORNING + busy / BUSY + (left - MORNING - busy)
    };
    MONDAY.saturating_add(weeks.saturating_mul(WEEK)).saturating_add(day * DAY + second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_and_time_belong_together() {
        for time in (1_700_000_000..1_700_000_000 + 2 * WEEK).step_by(997) {
            assert_eq!(when(work(time)), time);
            assert!(work(time + 1) > work(time));
        }
    }
}
