package kontor.catalog.category;

import java.util.Objects;
import java.util.UUID;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grows and prunes the category tree. */
@Service
class Categorising {

    private final CategoryTree tree;
    private final CategoryLists views;
    private final Replies replies;
    private final Audit audit;

    Categorising(CategoryTree tree, CategoryLists views, Replies replies, Audit audit) {
        this.tree = tree;
        this.views = views;
        this.replies = replies;
        this.audit = audit;
    }

    @Transactional
    public CategoryView create(CreateCategory command) {
        tree.holdStill();
        return replies.once(
                command.key(),
                CategoryView.class,
                () -> views.one(tree.add(command.name(), command.parentId(), command.adminId()), false));
    }

    @Transactional
    public void edit(EditCategory command) {
        tree.holdStill();
        Category category = tree.get(command.id());
        command.expected().require(category.version());
        String name = Objects.requireNonNull(command.name().or(category.name()));
        if (tree.edit(category, name, command.parentId().or(category.parentId()), command.adminId())) {
            audit.record("edit-category", "category", command.id());
        }
    }

    @Transactional
    public void delete(long id, UUID adminId) {
        tree.holdStill();
        tree.remove(id, adminId);
        audit.record("delete-category", "category", id);
    }
}
