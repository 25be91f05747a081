package org.tasuki.workload;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.tasuki.staffing.AssignmentRules;

/** What a case weighs in this office, and how many people are planned: {@code processes/workload.yaml}, checked whole before it opens. */
@Component
public class LoadRules {

    record Read(Map<String, BigDecimal> urgency, BigDecimal followUp, BigDecimal protection, int officers) {}

    private final Read rules;
    private final AssignmentRules assignment;

    LoadRules(
            @Value("${tasuki.workload:classpath:processes/workload.yaml}") Resource file, AssignmentRules assignment) {
        this.rules = LoadFile.read(file);
        this.assignment = assignment;
    }

    /** By the urgency sheet's outcome, {@code none} included, the weightiest first. */
    public Map<String, BigDecimal> urgencies() {
        return rules.urgency();
    }

    public BigDecimal followUp() {
        return rules.followUp();
    }

    public BigDecimal protection() {
        return rules.protection();
    }

    /** Of one open case. */
    BigDecimal weight(String urgency, boolean inFollowUp, boolean inProtection) {
        BigDecimal weight = inFollowUp ? followUp() : urgencies().getOrDefault(urgency, BigDecimal.ONE);
        return inProtection ? weight.add(protection()) : weight;
    }

    /** Open cases that an officer with a full post is planned to carry. */
    public int plannedCases() {
        return assignment.plannedCases();
    }

    /** Of somebody who works so many percent of a full post. */
    public int plannedCases(int hours) {
        return Math.round(plannedCases() * hours / 100f);
    }

    /** Officers that one supervisor is planned to guide. */
    public int officersPerSupervisor() {
        return rules.officers();
    }

    public int supervisorsFor(int officers) {
        return (officers + rules.officers() - 1) / rules.officers();
    }
}
