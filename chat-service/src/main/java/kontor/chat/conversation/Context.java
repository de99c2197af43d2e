package kontor.chat.conversation;

/** What a conversation is about. */
public record Context(Type type, long id) {

    /** Kinds of things that conversations are about. */
    public enum Type {
        LISTING,
        PURCHASE,
        TICKET
    }

    public static Context listing(long id) {
        return new Context(Type.LISTING, id);
    }

    public static Context purchase(long id) {
        return new Context(Type.PURCHASE, id);
    }

    public static Context ticket(long id) {
        return new Context(Type.TICKET, id);
    }
}
