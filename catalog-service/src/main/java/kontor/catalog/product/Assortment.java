package kontor.catalog.product;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import kontor.catalog.core.CatalogLock;
import kontor.catalog.core.ProductsTouched;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All products together, for whatever changes one or many of them: takes the lock, stores, and has the new state told
 * once per transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Assortment {

    /** Bounds what is held in memory at a time. */
    private static final int BATCH = 500;

    private final Products products;
    private final Prices prices;
    private final CatalogLock lock;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Assortment(Products products, Prices prices, CatalogLock lock, ApplicationEventPublisher publisher, Clock clock) {
        this.products = products;
        this.prices = prices;
        this.lock = lock;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Before a change of one product. */
    public void share() {
        lock.share();
    }

    /** Before a change that many products show. */
    public void holdStill() {
        lock.takeAlone();
    }

    /** What others show of these products has changed, though not the products themselves. */
    public void tellAgain(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            publisher.publishEvent(new ProductsTouched(ids));
        }
    }

    long add(Attributes attributes, long amountMinor, UUID adminId) {
        Product product = products.saveAndFlush(new Product(attributes, amountMinor, adminId, clock.instant()));
        prices.save(product.firstPrice());
        products.saveAndFlush(product);
        tellAgain(List.of(product.id()));
        return product.id();
    }

    /** Locked until the transaction ends; the catalog's lock has been shared before. */
    Product locked(long id) {
        return products.lock(id).orElseThrow(NotFound::new);
    }

    /** Whether anything is different now; equal values are no change (G-27). */
    boolean edit(Product product, Attributes wanted, @Nullable Long amountMinor, UUID adminId) {
        boolean edited = product.edit(wanted, adminId, clock.instant());
        if (edited) {
            products.saveAndFlush(product);
        }
        boolean repriced = false;
        if (amountMinor != null && amountMinor != product.priceMinor()) {
            setPrice(product, amountMinor, adminId);
            repriced = true;
        }
        if (edited || repriced) {
            tellAgain(List.of(product.id()));
        }
        return edited || repriced;
    }

    void withdraw(Product product, UUID adminId) {
        product.withdraw(adminId, clock.instant());
        products.saveAndFlush(product);
        tellAgain(List.of(product.id()));
    }

    /** Appends a price (C-2); the same one again is refused. */
    public long reprice(long id, long amountMinor, UUID adminId) {
        Product product = locked(id);
        if (product.priceMinor() == amountMinor) {
            throw new AlreadyInState("The product has this price.");
        }
        long priceId = setPrice(product, amountMinor, adminId);
        tellAgain(List.of(id));
        return priceId;
    }

    /** Sets the prices of these products by a rule; returns those whose price is really another. */
    public List<Long> repriceAll(List<Long> ids, LongUnaryOperator rule, UUID adminId) {
        List<Long> changed = new ArrayList<>();
        for (Product product : all(ids)) {
            long amountMinor = rule.applyAsLong(product.priceMinor());
            if (amountMinor != product.priceMinor()) {
                setPrice(product, amountMinor, adminId);
                changed.add(product.id());
            }
        }
        tellAgain(changed);
        return changed;
    }

    /** Puts these products into a category, or into none; returns those that were elsewhere. */
    public List<Long> moveAll(List<Long> ids, @Nullable Long categoryId, UUID adminId) {
        return changeAll(all(ids), attributes -> attributes.inCategory(categoryId), adminId);
    }

    /** Takes a tag off these products. */
    public void takeOff(long tagId, List<Long> ids, UUID adminId) {
        changeAll(all(ids), attributes -> attributes.withoutTag(tagId), adminId);
    }

    /** Switches these products on or off as a step of its own (C-3); returns those that were otherwise. */
    public List<Long> switchAll(List<Long> ids, boolean isActive) {
        List<Product> present =
                all(ids).stream().filter(product -> !product.isWithdrawn()).toList();
        return changeAll(present, attributes -> attributes.switched(isActive), Caller.SYSTEM);
    }

    private List<Long> changeAll(List<Product> wanted, UnaryOperator<Attributes> change, UUID adminId) {
        List<Long> changed = new ArrayList<>();
        for (Product product : wanted) {
            if (product.change(change.apply(product.attributes()), adminId, clock.instant())) {
                products.saveAndFlush(product);
                changed.add(product.id());
            }
        }
        tellAgain(changed);
        return changed;
    }

    /** Locked in id order, because the catalog is held still by now and nobody else locks two. */
    private List<Product> all(List<Long> ids) {
        List<Long> sorted = ids.stream().sorted().toList();
        List<Product> found = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            found.addAll(products.lockAll(sorted.subList(from, Math.min(from + BATCH, sorted.size()))));
        }
        return found;
    }

    private long setPrice(Product product, long amountMinor, UUID adminId) {
        Price price = prices.save(product.reprice(amountMinor, adminId, clock.instant()));
        products.saveAndFlush(product);
        return price.id();
    }
}
