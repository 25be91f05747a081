package org.tasuki.practice;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.Standstill;
import org.tasuki.terms.Realm;

/** What is done while a class stands would have limits that run while nobody works. */
@Component
@Transactional
class ClassStandstill implements Standstill {

    private final Classes classes;

    ClassStandstill(Classes classes) {
        this.classes = classes;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(String center) {
        return Realm.isPractice(center) ? classes.of(center).flatMap(ClassStandstill::why) : Optional.empty();
    }

    @Override
    public Optional<String> beforeBeginning(String center) {
        return Realm.isPractice(center) ? classes.keepGoing(center).flatMap(ClassStandstill::why) : Optional.empty();
    }

    private static Optional<String> why(PracticeClass held) {
        if (!held.open()) {
            return Optional.of("practice.stands.over");
        }
        return held.paused() ? Optional.of("practice.stands.paused") : Optional.empty();
    }
}
