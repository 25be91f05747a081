package org.tasuki.training.paper;

/** The sign in an event, as BPMN has it; none for one that is not known. */
enum EventSign {
    NONE("M0 0"),
    TIMER("M9 0 A9 9 0 1 1 -9 0 A9 9 0 1 1 9 0 M0 -6 V0 L4.5 3.5"),
    MESSAGE("M-8 -5.5 H8 V5.5 H-8 Z M-8 -5.5 L0 1 L8 -5.5"),
    ESCALATION("M0 -8.5 L6 7.5 L0 1.5 L-6 7.5 Z"),
    ERROR("M-7.5 7.5 L-3.5 -7 L2 1 L7 -8 L3.5 7 L-2 -1 Z"),
    TERMINATE("M9 0 A9 9 0 1 1 -9 0 A9 9 0 1 1 9 0 Z"),
    SIGNAL("M0 -8 L8 6.5 L-8 6.5 Z"),
    CONDITIONAL("M-6 -8 H6 V8 H-6 Z M-4 -4.5 H4 M-4 -1.5 H4 M-4 1.5 H4 M-4 4.5 H4"),
    COMPENSATE("M0 -6 L-8 0 L0 6 Z M8 -6 L0 0 L8 6 Z"),
    CANCEL("M-7 -5 L-5 -7 L0 -2 L5 -7 L7 -5 L2 0 L7 5 L5 7 L0 2 L-5 7 L-7 5 L-2 0 Z"),
    LINK("M-8 -3.5 H1 V-7.5 L8.5 0 L1 7.5 V3.5 H-8 Z");

    private final String path;

    EventSign(String path) {
        this.path = path;
    }

    static EventSign of(String event) {
        for (EventSign sign : values()) {
            if (sign.name().equalsIgnoreCase(event)) {
                return sign;
            }
        }
        return NONE;
    }

    void draw(Svg svg, double x, double y, String style) {
        if (this != NONE) {
            svg.path(x, y, path, this == MESSAGE && style.contains("'black' stroke") ? ENVELOPE : style);
        }
    }

    /** A sent letter is dark, its flap light. */
    private static final String ENVELOPE = "fill='black' stroke='white' stroke-width='1.2'";
}
