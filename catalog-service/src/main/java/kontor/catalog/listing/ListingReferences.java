package kontor.catalog.listing;

import java.util.Objects;
import java.util.UUID;
import kontor.catalog.core.CatalogLock;
import kontor.catalog.core.ShipFrom;
import kontor.catalog.reference.References;
import kontor.catalog.seller.KnownSites;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees to it that a listing names only what exists and its seller may name (G-25); what it named before may stay. */
@Component
class ListingReferences {

    private final CatalogLock lock;
    private final References references;
    private final KnownSites sites;

    ListingReferences(CatalogLock lock, References references, KnownSites sites) {
        this.lock = lock;
        this.references = references;
        this.sites = sites;
    }

    /** So that no category is deleted meanwhile; taken before any row. */
    void holdStill() {
        lock.share();
    }

    /** The wanted form, with the address of the site; {@code unknown-reference} for the first that names nothing. */
    ListingForm resolve(ListingForm is, ListingForm wanted, @Nullable Long siteId, UUID sellerId) {
        if (!Objects.equals(wanted.productId(), is.productId())) {
            references.requireProduct(wanted.productId());
        }
        if (!Objects.equals(wanted.categoryId(), is.categoryId())) {
            references.category(wanted.categoryId(), null);
        }
        if (!Objects.equals(wanted.packagingId(), is.packagingId())) {
            references.requirePackaging(wanted.packagingId());
        }
        if (!wanted.imageUploadIds().equals(is.imageUploadIds())) {
            references.requireListingPictures(wanted.imageUploadIds(), sellerId);
        }
        return siteId == null ? wanted : wanted.sentFrom(address(is, wanted, siteId, sellerId));
    }

    /** By address or by site, by both if they agree. */
    private ShipFrom address(ListingForm is, ListingForm wanted, long siteId, UUID sellerId) {
        ShipFrom address = sites.addressOf(sellerId, siteId);
        boolean isOtherSent = !Objects.equals(wanted.shipFrom(), is.shipFrom());
        if (isOtherSent && !address.equals(wanted.shipFrom())) {
            throw new UnknownReference("/siteId");
        }
        return address;
    }
}
