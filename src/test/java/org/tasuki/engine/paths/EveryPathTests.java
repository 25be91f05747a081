package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.UserTask;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** Every process file is run along each of its paths, timers and refusals included; what no story took is named. */
@StoryTest
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class EveryPathTests {

    @Nested
    @Order(1)
    class Consultation extends ConsultationStories {}

    @Nested
    @Order(2)
    class Guidance extends GuidanceStories {}

    @Nested
    @Order(3)
    class Protection extends ProtectionStories {}

    @Nested
    @Order(4)
    class HandOver extends HandOverStories {}

    @Nested
    @Order(5)
    class Closing extends ClosingStories {}

    @Nested
    @Order(6)
    class Emergency extends EmergencyStories {}

    @Nested
    @Order(7)
    class Disclosure extends DisclosureStories {}

    @Nested
    @Order(8)
    class OfItsOwn extends MatterStories {}

    @Nested
    @Order(9)
    class Question extends QuestionStories {}

    @Nested
    @Order(10)
    class InTheEnd {

        @Autowired
        private Footprints footprints;

        @Autowired
        private Endings endings;

        @Test
        void everySequenceFlowWasTaken() {
            assertThat(footprints.all(SequenceFlow.class)).hasSizeGreaterThan(100);
            assertThat(footprints.missing()).isEmpty();
        }

        @Test
        void atEveryUserTaskACaseWasWithdrawnAndJoined() {
            Set<String> ofTheCase = footprints.all(UserTask.class);
            ofTheCase.removeIf(Endings::besides);
            assertThat(endings.tried()).isEqualTo(ofTheCase);
        }
    }
}
