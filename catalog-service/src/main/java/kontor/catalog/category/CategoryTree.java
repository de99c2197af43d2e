package kontor.catalog.category;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.catalog.product.Assortment;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InUse;
import kontor.platform.rejection.NotFound;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.store.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tree as a whole: at most ten levels, no circles, each name once (C-6). It must be held still first. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CategoryTree {

    private static final long NEW = 0;

    private final Categories categories;
    private final Assortment assortment;
    private final Audit audit;
    private final Clock clock;

    CategoryTree(Categories categories, Assortment assortment, Audit audit, Clock clock) {
        this.categories = categories;
        this.assortment = assortment;
        this.audit = audit;
        this.clock = clock;
    }

    /** The id of the category of this name, which is created at top level if missing. */
    public long idOf(String name, UUID adminId) {
        return categories.findByName(name).map(Category::id).orElseGet(() -> add(name, null, adminId));
    }

    void holdStill() {
        assortment.holdStill();
    }

    long add(String name, @Nullable Long parentId, UUID adminId) {
        requireFree(name, NEW);
        if (parentId != null && pathOf(parentId).size() >= CategoryCycle.LEVELS_MOST) {
            throw CategoryCycle.tooDeep();
        }
        long id = categories
                .saveAndFlush(new Category(name, parentId, adminId, clock.instant()))
                .id();
        audit.record("create-category", "category", id);
        return id;
    }

    Category get(long id) {
        return categories.findById(id).orElseThrow(NotFound::new);
    }

    /** Whether anything is different now. Moving it changes the path of every product below it. */
    boolean edit(Category category, String name, @Nullable Long parentId, UUID adminId) {
        requireFree(name, category.id());
        boolean elsewhere = !Objects.equals(parentId, category.parentId());
        if (elsewhere && parentId != null) {
            requirePlace(category, parentId);
        }
        if (!category.edit(name, parentId, adminId, clock.instant())) {
            return false;
        }
        categories.saveAndFlush(category);
        if (elsewhere) {
            assortment.tellAgain(categories.productsBelow(category.id()));
        }
        return true;
    }

    /** Withdrawn products do not hold it; they lose it. */
    void remove(long id, UUID adminId) {
        Category category = get(id);
        if (categories.isInUse(id)) {
            throw new InUse("The category has products or categories below it.");
        }
        assortment.moveAll(categories.withdrawnProductsOf(id), null, adminId);
        category.delete(adminId, clock.instant());
        categories.delete(category);
    }

    private void requirePlace(Category category, long parentId) {
        List<Long> path = pathOf(parentId);
        if (path.contains(category.id())) {
            throw CategoryCycle.belowItself();
        }
        if (path.size() + categories.height(category.id()) > CategoryCycle.LEVELS_MOST) {
            throw CategoryCycle.tooDeep();
        }
    }

    private List<Long> pathOf(long parentId) {
        List<Long> path = categories.path(parentId);
        if (path.isEmpty()) {
            throw new UnknownReference("/parentId");
        }
        return path;
    }

    private void requireFree(String name, long exceptId) {
        categories.findByName(name).filter(found -> found.id() != exceptId).ifPresent(found -> {
            throw new Duplicate("The name");
        });
    }
}
