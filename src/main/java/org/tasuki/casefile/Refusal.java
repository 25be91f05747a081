package org.tasuki.casefile;

/** An answer that is well formed but cannot stand. Names the field, and the message that says why and what to do. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String messageKey;

    public Refusal(String field, String messageKey) {
        super(messageKey);
        this.field = field;
        this.messageKey = messageKey;
    }

    public String field() {
        return field;
    }

    public String messageKey() {
        return messageKey;
    }
}
