package kontor.catalog.product;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kontor.catalog.reference.References;
import kontor.catalog.showcase.ProductView;
import kontor.catalog.showcase.Showcase;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, edits and withdraws products. */
@Service
class Merchandising {

    private static final long NEW = 0;

    private final Assortment assortment;
    private final References references;
    private final Showcase showcase;
    private final Replies replies;
    private final Audit audit;

    Merchandising(Assortment assortment, References references, Showcase showcase, Replies replies, Audit audit) {
        this.assortment = assortment;
        this.references = references;
        this.showcase = showcase;
        this.replies = replies;
        this.audit = audit;
    }

    @Transactional
    public ProductView create(CreateProduct command) {
        assortment.share();
        return replies.once(command.key(), ProductView.class, () -> {
            references.requireFreeName(command.name(), NEW);
            references.requireFreeBarcode(command.barcode(), NEW);
            long id = assortment.add(attributes(command), command.priceMinor(), command.adminId());
            audit.record("create-product", "product", id);
            return showcase.toAdmin(id);
        });
    }

    @Transactional
    public ProductView edit(EditProduct command) {
        assortment.share();
        Product product = assortment.locked(command.id());
        command.expected().require(product.version());
        Attributes is = product.attributes();
        references.requireFreeName(Objects.requireNonNull(command.name().or(is.name())), command.id());
        references.requireFreeBarcode(command.barcode().or(is.barcode()), command.id());
        if (assortment.edit(product, patched(is, command), command.priceMinor().value(), command.adminId())) {
            audit.record("edit-product", "product", command.id());
        }
        return showcase.toAdmin(command.id());
    }

    @Transactional
    public void withdraw(long id, UUID adminId) {
        assortment.share();
        assortment.withdraw(assortment.locked(id), adminId);
        audit.record("withdraw-product", "product", id);
    }

    private Attributes attributes(CreateProduct command) {
        return new Attributes(
                command.name(),
                command.barcode(),
                command.active(),
                command.stockPolicy(),
                command.revocable(),
                null,
                references.vatRate(command.vatRateId(), command.vatPercentage()),
                references.category(command.categoryId(), command.categoryName()),
                references.tags(command.tagIds()),
                command.descriptionXml());
    }

    private Attributes patched(Attributes is, EditProduct command) {
        return new Attributes(
                Objects.requireNonNull(command.name().or(is.name())),
                command.barcode().or(is.barcode()),
                Objects.requireNonNull(command.active().or(is.active())),
                Objects.requireNonNull(command.stockPolicy().or(is.stockPolicy())),
                Objects.requireNonNull(command.revocable().or(is.revocable())),
                command.imageUploadId().isSent()
                        ? references.productPicture(command.imageUploadId().value())
                        : is.imageUploadId(),
                vatRate(is, command),
                category(is, command),
                tags(is, command),
                command.descriptionXml().or(is.descriptionXml()));
    }

    private long vatRate(Attributes is, EditProduct command) {
        return command.vatRateId().isSent() || command.vatPercentage().isSent()
                ? references.vatRate(
                        command.vatRateId().value(), command.vatPercentage().value())
                : is.vatRateId();
    }

    private @Nullable Long category(Attributes is, EditProduct command) {
        return command.categoryId().isSent() || command.categoryName().isSent()
                ? references.category(
                        command.categoryId().value(), command.categoryName().value())
                : is.categoryId();
    }

    private Set<Long> tags(Attributes is, EditProduct command) {
        return command.tagIds().isSent()
                ? references.tags(Objects.requireNonNull(command.tagIds().value()))
                : is.tagIds();
    }
}
