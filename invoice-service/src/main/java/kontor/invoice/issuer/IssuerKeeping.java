package kontor.invoice.issuer;

import java.time.Instant;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds issuers, and corrects or removes those that were never used (V-1). */
@Service
class IssuerKeeping {

    private static final long NONE = 0;

    private final IssuerBook book;
    private final Issuers issuers;
    private final IssuerLists views;
    private final Replies replies;
    private final Audit audit;

    IssuerKeeping(IssuerBook book, Issuers issuers, IssuerLists views, Replies replies, Audit audit) {
        this.book = book;
        this.issuers = issuers;
        this.views = views;
        this.replies = replies;
        this.audit = audit;
    }

    @Transactional
    public IssuerView add(AddIssuer command) {
        book.open();
        return replies.once(command.key(), IssuerView.class, () -> {
            Instant validFrom = book.begin(command.validFrom(), NONE);
            Issuer added = issuers.saveAndFlush(new Issuer(command.company(), validFrom, command.adminId()));
            audit.record("add-issuer", "issuer", added.id());
            return views.one(added.id());
        });
    }

    @Transactional
    public IssuerView edit(EditIssuer command) {
        book.open();
        Issuer issuer = issuers.findById(command.id()).orElseThrow(NotFound::new);
        command.expected().require(issuer.version());
        Company company = command.company().apply(issuer.company());
        Instant wanted = command.validFrom().value();
        boolean begins = wanted != null && !wanted.equals(issuer.validFrom());
        if (begins || !company.equals(issuer.company())) {
            book.requireUnused(issuer.id());
            issuer.edit(company, begins ? book.begin(wanted, issuer.id()) : issuer.validFrom(), command.adminId());
            issuers.saveAndFlush(issuer);
            audit.record("edit-issuer", "issuer", issuer.id());
        }
        return views.one(issuer.id());
    }

    @Transactional
    public void remove(long id, UUID adminId) {
        book.open();
        Issuer issuer = issuers.findById(id).orElseThrow(NotFound::new);
        book.requireUnused(id);
        issuer.remove(adminId);
        issuers.delete(issuer);
        audit.record("remove-issuer", "issuer", id);
    }
}
