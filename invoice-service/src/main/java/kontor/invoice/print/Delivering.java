package kontor.invoice.print;

import java.util.Optional;
import kontor.invoice.invoice.InvoiceRows;
import kontor.invoice.invoice.InvoiceWithLines;
import kontor.invoice.invoice.Reader;
import kontor.invoice.paper.Papers;
import kontor.invoice.paper.Profile;
import kontor.platform.rejection.Unavailable;
import kontor.platform.security.Caller;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Renders documents and delivers them. A print is rendered first, without transaction or connection, and then counted
 * if its number is still free: what is counted can be delivered, and no two get the same number (V-10).
 */
@Service
class Delivering {

    /** At most one press per round is passed by another, so this is many more than there are presses anywhere. */
    private static final int MOST_ROUNDS = 100;

    private final InvoiceRows rows;
    private final Counting counting;
    private final Papers papers;
    private final PressRoom presses;
    private final Replies replies;

    Delivering(InvoiceRows rows, Counting counting, Papers papers, PressRoom presses, Replies replies) {
        this.rows = rows;
        this.counting = counting;
        this.papers = papers;
        this.presses = presses;
        this.replies = replies;
    }

    /** A document as it is handed out: a counted print, or the electronic invoice, which is none. */
    static final class Delivery {

        private final String number;
        private final @Nullable Copy copy;
        private final byte[] file;

        private Delivery(String number, @Nullable Copy copy, byte[] file) {
            this.number = number;
            this.copy = copy;
            this.file = file;
        }

        String number() {
            return number;
        }

        /** As told in the header {@code X-Copy}; empty if it is no print. */
        String copy() {
            return copy == null ? "" : copy.header();
        }

        byte[] file() {
            return file;
        }
    }

    Delivery print(long id, Caller caller, RequestKey key) {
        return presses.work(() -> {
            InvoiceWithLines invoice = rows.one(id, Reader.of(caller));
            // Given before: the same copy once more, which does not count.
            Optional<Copy> given = replies.stored(key, Copy.class);
            return given.isPresent() ? render(invoice, given.get()) : printNext(invoice, caller, key);
        });
    }

    private Delivery printNext(InvoiceWithLines invoice, Caller caller, RequestKey key) {
        InvoiceWithLines current = invoice;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Copy next = new Copy(current.invoice().printedCopies() + 1);
            Delivery rendered = render(current, next);
            try {
                Copy counted = counting.count(current.invoice(), next, caller, key);
                return counted.equals(next) ? rendered : render(current, counted);
            } catch (Counting.CopyTaken taken) {
                current = rows.one(invoice.invoice().id(), Reader.of(caller));
            }
        }
        throw new Unavailable("Printing");
    }

    Delivery electronic(long id, Profile profile, Caller caller) {
        InvoiceWithLines invoice = rows.one(id, Reader.of(caller));
        return new Delivery(invoice.invoice().number(), null, presses.work(() -> papers.xml(invoice.paper(), profile)));
    }

    private Delivery render(InvoiceWithLines invoice, Copy copy) {
        return new Delivery(invoice.invoice().number(), copy, papers.pdf(invoice.paper(), copy.mark()));
    }
}
