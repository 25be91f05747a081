package org.tasuki.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tasuki.terms.Japan;

/** Makes up a child and the people it lives with. */
record Family(Names names) {

    /** Ages as in the statistics: under 3, to 6, to 12, to 15, to 18, in percent. */
    private static final Map<String, Integer> AGES = new java.util.LinkedHashMap<>();

    static {
        AGES.put("0-2", 18);
        AGES.put("3-6", 25);
        AGES.put("7-12", 34);
        AGES.put("13-15", 15);
        AGES.put("16-17", 8);
    }

    Map<String, String> of(Kind kind, Instant opened, Dice dice) {
        Map<String, String> known = new HashMap<>();
        List<String> surname = dice.one("surname", names.surnames());
        child(known, kind, LocalDate.ofInstant(opened, Japan.ZONE), surname, dice);
        guardian(known, surname, dice);
        others(known, surname, dice);
        known.put(
                "address",
                "汐見市" + dice.one("town", names.towns()) + (1 + dice.below("block", 5)) + "丁目"
                        + (1 + dice.below("house", 28)) + "番" + (1 + dice.below("number", 20)) + "号 "
                        + dice.one("building", names.buildings()));
        known.put("occupation", dice.one("occupation", names.occupations()));
        known.put(
                "neighbour",
                dice.of("neighbour").one("surname", names.surnames()).get(0) + "（"
                        + dice.of("neighbour").one("town", names.towns()) + "）");
        return known;
    }

    private void child(Map<String, String> known, Kind kind, LocalDate opened, List<String> surname, Dice dice) {
        boolean girl = dice.chance("girl", 50);
        List<String> given = dice.one("given", girl ? names.girls() : names.boys());
        int age = age(kind, dice);
        LocalDate born = opened.minusYears(age).minusDays(1 + dice.below("born", 364));
        known.put("child", surname.get(0) + " " + given.get(0));
        known.put("childKana", surname.get(1) + " " + given.get(1));
        known.put("sex", girl ? "female" : "male");
        known.put("age", String.valueOf(age));
        known.put("little", age < 3 ? "yes" : "no");
        known.put("birthDate", born.toString());
        String grade = grade(born, opened, age);
        known.put("grade", grade);
        known.put("school", school(grade, dice));
    }

    private static int age(Kind kind, Dice dice) {
        String[] range = dice.weighted("age", AGES).split("-");
        int from = Integer.parseInt(range[0]);
        int age = from + dice.below("ageInRange", Integer.parseInt(range[1]) - from + 1);
        return kind.older() ? 12 + age % 6 : age;
    }

    /** The school year begins in April; a child born on 1 April belongs to the year before. */
    private static String grade(LocalDate born, LocalDate day, int age) {
        int schoolYear = day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
        boolean early = born.getMonthValue() < 4 || born.getMonthValue() == 4 && born.getDayOfMonth() == 1;
        int grade = schoolYear - (early ? born.getYear() - 1 : born.getYear()) - 6;
        if (grade < 1) {
            return age < 3 ? "home" : "nursery";
        }
        return grade <= 6 ? "e" + grade : grade <= 9 ? "j" + (grade - 6) : grade <= 12 ? "h" + (grade - 9) : "working";
    }

    private String school(String grade, Dice dice) {
        return switch (grade.charAt(0)) {
            case 'e' -> dice.one("school", names.elementary());
            case 'j' -> dice.one("school", names.junior());
            case 'n' -> "nursery".equals(grade) ? dice.one("school", names.nursery()) : "";
            case 'w' -> "在宅";
            case 'h' -> "home".equals(grade) ? "未就園" : dice.one("school", names.high());
            default -> "";
        };
    }

    private void guardian(Map<String, String> known, List<String> surname, Dice dice) {
        boolean mother = dice.chance("mother", 52);
        boolean step = dice.chance("step", 12);
        List<String> given = dice.one("guardian", mother ? names.mothers() : names.fathers());
        known.put("guardian", surname.get(0) + " " + given.get(0));
        known.put("guardianKana", surname.get(1) + " " + given.get(1));
        known.put("guardianWord", mother ? "母" : step ? "継父" : "父");
        known.put("guardianRelation", mother ? "mother" : step ? "stepfather" : "father");
        known.put("noticeRelation", mother ? "mother" : "father");
        known.put("abuser", mother ? "mother" : step ? "otherFather" : "father");
        known.put(
                "guardianAge",
                String.valueOf(24 + Integer.parseInt(known.getOrDefault("age", "0")) + dice.below("guardianAge", 14)));
    }

    private void others(Map<String, String> known, List<String> surname, Dice dice) {
        boolean mother = "mother".equals(known.get("guardianRelation"));
        List<String> partner = dice.one("partner", mother ? names.fathers() : names.mothers());
        known.put("partner", dice.chance("couple", 60) ? "yes" : "no");
        known.put("partnerName", surname.get(0) + " " + partner.get(0));
        known.put("partnerKana", surname.get(1) + " " + partner.get(1));
        known.put("partnerRelation", mother ? "father" : "mother");
        boolean sister = dice.chance("sister", 50);
        List<String> sibling = dice.one("sibling", sister ? names.girls() : names.boys());
        boolean any =
                dice.chance("siblings", 55) && !known.getOrDefault("child", "").endsWith(sibling.get(0));
        LocalDate born = LocalDate.parse(known.getOrDefault("birthDate", "")).plusDays(400 + dice.below("sib", 900));
        known.put(
                "siblings",
                any
                                && born.isBefore(LocalDate.parse(known.getOrDefault("birthDate", ""))
                                        .plusYears(Integer.parseInt(known.getOrDefault("age", "0"))))
                        ? "yes"
                        : "no");
        known.put("sibling", surname.get(0) + " " + sibling.get(0));
        known.put("siblingKana", surname.get(1) + " " + sibling.get(1));
        known.put("siblingRelation", sister ? "sister" : "brother");
        known.put("siblingBirthDate", born.toString());
    }
}
