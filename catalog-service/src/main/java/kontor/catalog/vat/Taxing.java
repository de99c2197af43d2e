package kontor.catalog.vat;

import java.math.BigDecimal;
import java.util.UUID;
import kontor.platform.security.Caller;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets VAT rates. */
@Service
class Taxing {

    private final RateBook book;
    private final VatRateLists views;
    private final Replies replies;
    private final Audit audit;

    Taxing(RateBook book, VatRateLists views, Replies replies, Audit audit) {
        this.book = book;
        this.views = views;
        this.replies = replies;
        this.audit = audit;
    }

    /** The 0 % rate always exists. */
    @Transactional
    public void ensureZeroRate() {
        book.open();
        if (!book.has(BigDecimal.ZERO)) {
            add(BigDecimal.ZERO, null, Caller.SYSTEM);
        }
    }

    @Transactional
    public VatRateView create(CreateVatRate command) {
        book.open();
        return replies.once(
                command.key(),
                VatRateView.class,
                () -> views.one(add(command.percentage(), command.name(), command.adminId())));
    }

    @Transactional
    public void edit(EditVatRate command) {
        book.open();
        if (book.edit(command)) {
            audit.record("edit-vat-rate", "vat-rate", command.id());
        }
    }

    @Transactional
    public void delete(long id, UUID adminId) {
        book.open();
        book.strike(id, adminId);
        audit.record("delete-vat-rate", "vat-rate", id);
    }

    private long add(BigDecimal percentage, @Nullable String name, UUID adminId) {
        long id = book.add(percentage, name, adminId);
        audit.record("create-vat-rate", "vat-rate", id);
        return id;
    }
}
