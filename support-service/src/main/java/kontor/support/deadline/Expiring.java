package kontor.support.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import kontor.platform.store.PlatformSettings;
import kontor.support.ticket.LockedTicket;
import kontor.support.ticket.LockedTicket.Moment;
import kontor.support.ticket.TicketBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does to tickets what is due: the System takes the place of who has not acted in time, or is gone (S-3, S-8, S-12,
 * S-14). One ticket per transaction; the row lock keeps two instances from the same one.
 */
@Service
class Expiring {

    /** An answer in time is heard of a little later: chat has stored it, and Kafka has brought it. */
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(5);

    private final TicketBook book;
    private final DeadlineSettings settings;
    private final PlatformSettings shop;

    Expiring(TicketBook book, DeadlineSettings settings, PlatformSettings shop) {
        this.book = book;
        this.settings = settings;
        this.shop = shop;
    }

    /** False if there is nothing to do; so are the others. */
    @Transactional
    public boolean failAutomatic() {
        Moment moment = book.now();
        Instant before = moment.now().minus(Duration.ofMinutes(settings.autoAnswerMinutes()));
        return take(book.lockUnhelped(before), ticket -> ticket.failAutomatic(moment));
    }

    @Transactional
    public boolean missFirstAnswer() {
        Moment moment = book.now();
        return take(book.lockUnanswered(moment.now().minus(HEARD_WITHIN)), ticket -> ticket.miss(moment));
    }

    @Transactional
    public boolean missSolution() {
        Moment moment = book.now();
        return take(book.lockUnsolved(moment.now()), ticket -> ticket.miss(moment));
    }

    @Transactional
    public boolean endIdle() {
        Moment moment = book.now();
        Instant since = moment.now().minus(Duration.ofHours(settings.idleHours()));
        return take(book.lockIdle(since), ticket -> ticket.endIdle(since, moment));
    }

    @Transactional
    public boolean closeSolved() {
        Moment moment = book.now();
        Instant since = settings.solvedSince(moment.now(), shop.zone());
        return take(book.lockLongSolved(since), ticket -> ticket.expire(moment));
    }

    @Transactional
    public boolean closeAbandoned() {
        Moment moment = book.now();
        return take(book.lockAbandoned(), ticket -> ticket.abandon(moment));
    }

    @Transactional
    public boolean endUngranted() {
        Moment moment = book.now();
        return take(book.lockUngranted(), ticket -> ticket.endUngranted(moment));
    }

    private boolean take(Optional<LockedTicket> due, Consumer<LockedTicket> step) {
        due.ifPresent(ticket -> {
            step.accept(ticket);
            book.keep(ticket);
        });
        return due.isPresent();
    }
}
