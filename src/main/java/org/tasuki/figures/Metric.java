package org.tasuki.figures;

import java.util.List;
import java.util.stream.Stream;

/**
 * One figure. Its statement lists what it counts, one row a thing: {@code at} (which decides on the fiscal year), {@code case_number},
 * {@code cell} (what it is counted under), {@code value} (a length of time, or null) and {@code within} (whether it kept to what is
 * asked; null where that cannot be said yet). Its number and the list of its cases are drawn from the same rows, so that they cannot
 * disagree. What it means is written in docs/metrics.md and, for the page, under {@code figures.<key>} in the messages.
 */
public sealed interface Metric
        permits Accepted,
                SafetyConfirmation,
                LateCauses,
                TimeInStep,
                Closings,
                Renotifications,
                Protections,
                Reported,
                Split {

    /** As the address and the messages spell it. */
    String key();

    Shape shape();

    Words words();

    /** The rows, after {@link Rows#COUNTED}. */
    String rows();

    /** How a figure is shown. */
    enum Shape {
        /** So many of each kind. */
        COUNTS,
        /** So many of each kind, and how long they took. */
        TIMES,
        /** One kind: how many, how long, how many within. */
        MEASURES,
        /** The same of each of several. */
        TIMES_WITHIN,
        /** So many of each, and how many within. */
        SHARES;

        /** Whether it is about lengths of time. */
        public boolean timed() {
            return this == TIMES || this == MEASURES || this == TIMES_WITHIN;
        }

        /** Whether something of it kept to what is asked. */
        public boolean judged() {
            return this == MEASURES || this == TIMES_WITHIN || this == SHARES;
        }
    }

    default By by() {
        return By.KIND;
    }

    /** How it is shown by officer or by section, where its own kinds are not. */
    default Shape splitShape() {
        return shape() == Shape.MEASURES ? Shape.TIMES_WITHIN : shape();
    }

    /** What a value is measured in. */
    enum Unit {
        HOURS,
        DAYS
    }

    default Unit unit() {
        return Unit.HOURS;
    }

    /** Who has the words for what is counted under. */
    enum Words {
        TYPE,
        ROUTE,
        OFFICER,
        SECTION,
        LATE_CAUSE,
        STEP,
        OUTCOME,
        RENOTIFIED,
        AGE,
        MEASURE,
        NONE
    }

    /** In the order of the page. */
    static List<Metric> all() {
        return List.of(
                Accepted.BY_TYPE,
                Accepted.BY_ROUTE,
                Accepted.BY_OFFICER,
                new SafetyConfirmation(),
                new LateCauses(),
                new TimeInStep(),
                new Closings(),
                new Renotifications(),
                new Protections());
    }

    /** In the order of the page. Cases are accepted once, whoever counts them under what. */
    static List<Metric> all(By by) {
        if (by == By.KIND) {
            return all();
        }
        return Stream.concat(Stream.of(Accepted.WHOLE), all().stream().filter(metric -> !(metric instanceof Accepted)))
                .<Metric>map(metric -> new Split(metric, by))
                .toList();
    }
}
