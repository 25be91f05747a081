package org.tasuki.launch;

import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** What a command did stands in the trail too: in the system's name, for nobody signs in to a command line. */
final class CommandTrail {

    private CommandTrail() {}

    static void note(ApplicationContext office, Act act, Map<String, String> detail) {
        // By hand: the check of the trail opens no more of the house than it needs, and nothing that reads
        // @Transactional.
        TransactionTemplate transaction = new TransactionTemplate(office.getBean(PlatformTransactionManager.class));
        AuditTrail trail = office.getBean(AuditTrail.class);
        office.getBean(Acting.class)
                .as(Actor.SYSTEM, () -> transaction.executeWithoutResult(status -> trail.note(act, detail)));
    }
}
