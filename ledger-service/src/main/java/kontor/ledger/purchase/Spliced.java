package kontor.ledger.purchase;

import kontor.platform.messaging.EventJson;

/** JSON with one number that only the database knows: the balance after the debit, put between head and tail. */
record Spliced(String head, String tail) {

    /** Stands for the number while the JSON is written; no amount comes near it. */
    static final long HOLE = Long.MIN_VALUE;

    private static final String MARK = Long.toString(HOLE);

    static Spliced of(Object json) {
        String text = EventJson.write(json);
        int at = text.indexOf(MARK);
        return at < 0 ? new Spliced(text, "") : new Spliced(text.substring(0, at), text.substring(at + MARK.length()));
    }

    boolean isWhole() {
        return tail.isEmpty();
    }
}
