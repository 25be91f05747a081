package org.tasuki.engine;

import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.flowable.common.engine.impl.runtime.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the engine read the house's own clock. Flowable's keeps its time in a static field: whoever turned one engine's would turn that
 * of every engine in the process. Nobody turns this one.
 */
final class EngineClock implements Clock {

    private final java.time.Clock house;

    EngineClock(java.time.Clock house) {
        this.house = house;
    }

    @Override
    public Date getCurrentTime() {
        return Date.from(house.instant());
    }

    @Override
    public Calendar getCurrentCalendar() {
        return getCurrentCalendar(getCurrentTimeZone());
    }

    @Override
    public Calendar getCurrentCalendar(TimeZone zone) {
        Calendar now = new GregorianCalendar(zone);
        now.setTimeInMillis(house.millis());
        return now;
    }

    @Override
    public TimeZone getCurrentTimeZone() {
        return TimeZone.getTimeZone(house.getZone());
    }

    @Override
    public void setCurrentTime(@Nullable Date time) {
        throw new UnsupportedOperationException("turn the clock of the house");
    }

    @Override
    public void setCurrentCalendar(@Nullable Calendar time) {
        throw new UnsupportedOperationException("turn the clock of the house");
    }

    /** There is nothing to set back. */
    @Override
    public void reset() {}
}
