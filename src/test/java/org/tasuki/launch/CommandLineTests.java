package org.tasuki.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandLineTests {

    @Test
    void settingsAloneMeanServe() {
        assertThat(Tasuki.withDefault()).containsExactly("serve");
        assertThat(Tasuki.withDefault("--server.port=8081")).containsExactly("serve", "--server.port=8081");
    }

    @Test
    void subcommandsAndTheirHelpStayAsTheyAre() {
        assertThat(Tasuki.withDefault("serve", "--server.port=8081")).containsExactly("serve", "--server.port=8081");
        assertThat(Tasuki.withDefault("--help")).containsExactly("--help");
        assertThat(Tasuki.withDefault("lint", "a.bpmn")).containsExactly("lint", "a.bpmn");
    }
}
