package org.tasuki.audit;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where on an auditor should look at what somebody did.
 *
 * @param days how far back the page looks unless it is asked otherwise
 * @param casesADay different cases that one person viewed in a day
 * @param timesUsual and how many times the person's own median day that must be
 * @param usualDays over how many days before that median is taken
 * @param nightFrom night views are listed from the first; Japanese time
 * @param refusals in the whole period
 * @param notifiers shown in the whole period
 * @param searchesADay searches of one person in a day
 */
@ConfigurationProperties("tasuki.audit.anomalies")
record AnomalyLimits(
        @DefaultValue("7") int days,
        @DefaultValue("30") int casesADay,
        @DefaultValue("3") int timesUsual,
        @DefaultValue("60") int usualDays,
        @DefaultValue("22:00") LocalTime nightFrom,
        @DefaultValue("05:00") LocalTime nightUntil,
        @DefaultValue("5") int refusals,
        @DefaultValue("3") int notifiers,
        @DefaultValue("50") int searchesADay) {}
