package kontor.ledger.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kontor.ledger.account.LockedAccounts;
import kontor.ledger.community.CommunityFact;
import kontor.ledger.community.TakeOver;
import kontor.ledger.importing.FactResults.FactResult;
import kontor.platform.messaging.Origin;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over facts of a community shop, all of a request or none (G-39, G-40, G-42). */
@Service
class Importing {

    private final Replies replies;
    private final ReferenceBook book;
    private final FactBooks books;
    private final ImportEvents events;
    private final Clock clock;

    Importing(Replies replies, ReferenceBook book, FactBooks books, ImportEvents events, Clock clock) {
        this.replies = replies;
        this.book = book;
        this.books = books;
        this.events = events;
        this.clock = clock;
    }

    /** An admin takes over facts, in the order in which they happened. */
    record TakeOverFacts(RequestKey request, String source, List<CommunityFact> facts) {}

    @Transactional
    public FactResults takeOver(TakeOverFacts command) {
        book.awaitTurn(command.source());

        // Look only now: a twin of this request has by now finished, or waits behind us.
        return replies.once(command.request(), FactResults.class, () -> {
            References references = book.open(command.source(), command.facts());
            LockedAccounts accounts = book.lockOwners(command.source(), command.facts());
            TakeOver over = new TakeOver(command.source(), accounts, clock.instant());
            return take(command.facts(), new FactSequence(books, references, over));
        });
    }

    private FactResults take(List<CommunityFact> facts, FactSequence sequence) {
        Origin admin = Origin.current();
        List<FactResult> results = new ArrayList<>();
        try {
            events.together(() -> {
                for (int i = 0; i < facts.size(); i++) {
                    results.add(sequence.take(facts.get(i), "/facts/" + i));
                }
                sequence.finish();
            });
            return new FactResults(results);
        } finally {
            Origin.begin(admin);
        }
    }
}
