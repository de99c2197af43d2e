package kontor.ledger.escrow;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.ledger.account.Journal;
import kontor.ledger.account.LockedAccounts;
import kontor.ledger.account.Posting;
import kontor.ledger.account.TransferKind;
import kontor.ledger.escrow.FirstAnswers.AdjustmentAnswer;
import kontor.ledger.escrow.FirstAnswers.PaymentAnswer;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested;
import kontor.ledger.escrow.MarketFact.PaymentRequested;
import kontor.ledger.escrow.MarketFact.PurchaseCancelled;
import kontor.ledger.escrow.MarketFact.PurchaseDone;
import kontor.ledger.escrow.Split.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the money of purchases as they are paid, adjusted and ended, each step once. A refusal is an answer and must
 * not undo the transaction, so limits are looked at before anything is posted.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Escrowing {

    private static final String INSUFFICIENT = "insufficient-credit";

    private final EscrowBook book;
    private final FirstAnswers answers;
    private final Journal journal;
    private final Clock clock;

    Escrowing(EscrowBook book, FirstAnswers answers, Journal journal, Clock clock) {
        this.book = book;
        this.answers = answers;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Before a transaction follows many purchases: locks what is known of them and then all accounts that may change,
     * each in id order.
     */
    public void prepare(List<MarketFact> facts) {
        List<Long> purchases =
                facts.stream().map(MarketFact::purchaseId).distinct().toList();
        book.lockAll(
                purchases,
                facts.stream()
                        .filter(PaymentRequested.class::isInstance)
                        .map(PaymentRequested.class::cast)
                        .toList());
        if (!purchases.isEmpty()) {
            journal.lock(
                    facts.stream()
                            .flatMap(fact -> Stream.of(fact.buyerId(), fact.sellerId()))
                            .distinct()
                            .toList(),
                    purchases);
        }
    }

    /**
     * Does what the fact asks for.
     *
     * @param bookedAt time of the event
     * @return false if it cannot have happened, because nothing was paid
     */
    public boolean follow(MarketFact fact, Instant bookedAt) {
        Optional<Escrow> escrow = fact instanceof PaymentRequested request
                ? Optional.of(book.open(request))
                : book.find(fact.purchaseId()).filter(found -> found.takes(fact));
        escrow.ifPresent(found -> {
            apply(found, fact, bookedAt);
            book.save(found);
        });
        return escrow.isPresent();
    }

    private void apply(Escrow escrow, MarketFact fact, Instant bookedAt) {
        switch (fact) {
            case PaymentRequested request ->
                escrow.tell(answers.find(request).orElseGet(() -> pay(escrow, request, bookedAt)));
            case AdjustmentRequested request ->
                escrow.tell(answers.find(request).orElseGet(() -> adjust(escrow, request, bookedAt)));
            case PurchaseDone done -> release(escrow, done, bookedAt);
            case PurchaseCancelled cancelled -> giveBack(escrow, cancelled, bookedAt);
        }
    }

    private PaymentAnswer pay(Escrow escrow, PaymentRequested request, Instant bookedAt) {
        @Nullable
        String code = switch (escrow.status()) {
            case OPEN -> debit(escrow, request, bookedAt);
            case FUNDED -> null; // another attempt at what is paid already takes nothing
            case RELEASED, RETURNED -> Escrow.UNKNOWN;
        };
        PaymentAnswer answer = new PaymentAnswer(request.requestId(), code, clock.instant());
        answers.keep(escrow.purchaseId(), answer);
        return answer;
    }

    /** Why the total was not taken; null if it was. Whom it may have to be given to has to have an account, too. */
    private @Nullable String debit(Escrow escrow, PaymentRequested request, Instant bookedAt) {
        Optional<Parties> parties = parties(escrow);
        if (parties.isEmpty()) {
            return Escrow.UNKNOWN;
        }
        Split split = escrow.payment(request.external());
        if (!split.isCoveredBy(parties.get())) {
            return INSUFFICIENT;
        }
        escrow.pay(request.external());
        post(Posting.of(TransferKind.MARKET_PAY, escrow.reference("pay"), bookedAt, bookedAt), split, parties.get());
        book.note(escrow, "fund-escrow");
        return null;
    }

    private void release(Escrow escrow, PurchaseDone done, Instant bookedAt) {
        if (!escrow.isFunded()) {
            return;
        }
        Parties parties = requireParties(escrow);
        Split split = escrow.release(parties.escrow().balanceMinor(), done.feesMinor(), clock.instant());
        post(Posting.of(TransferKind.MARKET_DONE, escrow.reference("done"), done.doneAt(), bookedAt), split, parties);
        book.note(escrow, "release-escrow");
    }

    private void giveBack(Escrow escrow, PurchaseCancelled cancelled, Instant bookedAt) {
        if (!escrow.isFunded()) {
            return;
        }
        Parties parties = requireParties(escrow);
        Split split = escrow.giveBack(parties.escrow().balanceMinor(), clock.instant());
        post(
                Posting.of(TransferKind.MARKET_CANCEL, escrow.reference("cancel"), cancelled.cancelledAt(), bookedAt),
                split,
                parties);
        book.note(escrow, "return-escrow");
    }

    private AdjustmentAnswer adjust(Escrow escrow, AdjustmentRequested request, Instant bookedAt) {
        Parties parties = requireParties(escrow);
        Split split = escrow.adjustment(request, parties.escrow().balanceMinor());
        @Nullable String code = escrow.objection(request);
        if (code == null && !split.isCoveredBy(parties)) {
            code = INSUFFICIENT;
        }
        if (code == null) {
            escrow.adjust(split);
            String reference = "adjustment:" + request.adjustmentId();
            post(Posting.of(TransferKind.ADJUSTMENT, reference, request.at(), bookedAt), split, parties);
            book.note(escrow, "adjust-escrow");
        }
        AdjustmentAnswer answer =
                new AdjustmentAnswer(request, code == null ? split : Split.NONE, code, clock.instant());
        answers.keep(answer);
        return answer;
    }

    private void post(Posting posting, Split split, Parties parties) {
        journal.post(List.of(split.on(posting, parties)));
    }

    /** Empty if one of them was never verified, as far as the ledger has heard. */
    private Optional<Parties> parties(Escrow escrow) {
        LockedAccounts accounts =
                journal.lock(List.of(escrow.buyerId(), escrow.sellerId()), List.of(escrow.purchaseId()));
        return accounts.find(escrow.sellerId())
                .flatMap(seller -> accounts.find(escrow.buyerId())
                        .map(buyer -> new Parties(accounts.escrowOf(escrow.purchaseId()), seller, buyer)));
    }

    /** Accounts stay for ever, and it was paid with both. */
    private Parties requireParties(Escrow escrow) {
        return parties(escrow).orElseThrow();
    }
}
