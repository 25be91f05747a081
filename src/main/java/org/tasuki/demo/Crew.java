package org.tasuki.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tasuki.people.Role;

/** Who works on a case: its officer and the team behind, and the agencies it may be handed over to. */
record Crew(OfficeBook office) {

    private static final int TEAM = 6;
    private static final int MOST_SERVICES = 3;

    Map<String, String> of(String kind, Map<String, String> family, @Nullable Landmark landmark, Dice dice) {
        Map<String, String> known = new HashMap<>();
        List<String> officers = office.with(Role.OFFICER);
        int officer = officer(officers.size(), landmark, dice);
        put(known, "officer", officers.get(officer));
        put(
                known,
                "officer2",
                officers.get((officer + 1 + dice.below("second", officers.size() - 1)) % officers.size()));
        put(known, "supervisor", office.with(Role.SUPERVISOR).get(officer / TEAM));
        put(known, "psychologist", person(Role.PSYCHOLOGIST, landmark, dice));
        put(known, "doctor", dice.one("medical", office.with(Role.MEDICAL)));
        put(known, "lawyer", dice.one("lawyer", office.with(Role.LAWYER)));
        put(known, "protectionWorker", person(Role.PROTECTION, landmark, dice));
        put(known, "receptionist", person(Role.RECEPTION, landmark, dice));
        put(known, "director", dice.one("director", office.with(Role.DIRECTOR)));
        agencies(known, kind, family, landmark, dice);
        return known;
    }

    /** The accounts to try have somewhat more of what is worth seeing than their share. */
    private static int officer(int count, @Nullable Landmark landmark, Dice dice) {
        double first = dice.fraction("first");
        if (landmark != null && first < 0.5) {
            return first < 0.3 ? 0 : 1;
        }
        return dice.below("officer", count);
    }

    private String person(Role role, @Nullable Landmark landmark, Dice dice) {
        List<String> all = office.with(role);
        return landmark != null && dice.chance("first" + role.key(), 35) ? all.get(0) : dice.one(role.key(), all);
    }

    private void put(Map<String, String> known, String as, String account) {
        known.put(as, account);
        known.put(as + "Name", office.person(account).ja());
    }

    private void agencies(
            Map<String, String> known,
            String kind,
            Map<String, String> family,
            @Nullable Landmark landmark,
            Dice dice) {
        String plottedPolice = landmark == null ? null : landmark.plot().get("policeAgency");
        List<String> police = office.agenciesOf(Role.POLICE);
        String station = plottedPolice != null ? plottedPolice : police.get(dice.below("station", police.size() - 1));
        known.put("policeAgency", station);
        known.put("policeName", office.agencyName(station));
        List<String> services = services(kind, family.getOrDefault("grade", ""), dice);
        String plotted = landmark == null ? null : landmark.plot().get("service");
        if (plotted != null) {
            services.remove(plotted);
            services.add(0, plotted);
        }
        for (int i = 0; i < MOST_SERVICES; i++) {
            known.put("service" + (i + 1), services.get(i));
        }
    }

    private static List<String> services(String kind, String grade, Dice dice) {
        List<String> fitting = new ArrayList<>();
        if ("sexual".equals(kind) || "exploitation".equals(kind)) {
            fitting.add("one-stop");
            fitting.add("hospital");
        }
        fitting.add(dice.chance("east", 60) ? "family-east" : "family-west");
        fitting.add(
                grade.startsWith("e") ? "school-minato" : grade.startsWith("j") ? "school-shiohama" : "family-support");
        if ("nursery".equals(grade)) {
            fitting.add("school-matsukaze");
        }
        fitting.add("npo-hidamari");
        fitting.add("hospital");
        List<String> distinct = new ArrayList<>(fitting.stream().distinct().toList());
        if (!"one-stop".equals(distinct.get(0)) && dice.chance("other", 40)) {
            distinct.add(0, distinct.remove(1 + dice.below("which", distinct.size() - 1)));
        }
        return distinct;
    }
}
