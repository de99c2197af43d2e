package kontor.catalog.tag;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.catalog.core.LastTag;
import kontor.catalog.product.Assortment;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, edits and deletes tags. */
@Service
class Tagging {

    private static final long NEW = 0;

    private final Tags tags;
    private final Assortment assortment;
    private final Replies replies;
    private final Audit audit;
    private final Clock clock;

    Tagging(Tags tags, Assortment assortment, Replies replies, Audit audit, Clock clock) {
        this.tags = tags;
        this.assortment = assortment;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public TagView create(CreateTag command) {
        assortment.holdStill();
        return replies.once(command.key(), TagView.class, () -> {
            requireFree(command.name(), NEW);
            Tag tag = tags.saveAndFlush(new Tag(command.name(), command.forSale(), command.adminId(), clock.instant()));
            audit.record("create-tag", "tag", tag.id());
            return TagView.of(tag);
        });
    }

    @Transactional
    public void edit(EditTag command) {
        assortment.holdStill();
        Tag tag = tags.findById(command.id()).orElseThrow(NotFound::new);
        command.expected().require(tag.version());
        String name = Objects.requireNonNull(command.name().or(tag.name()));
        boolean forSale = Objects.requireNonNull(command.forSale().or(tag.isForSale()));
        requireFree(name, tag.id());
        boolean switched = forSale != tag.isForSale();
        if (tag.edit(name, forSale, command.adminId(), clock.instant())) {
            tags.saveAndFlush(tag);
            audit.record("edit-tag", "tag", tag.id());
            assortment.tellAgain(switched ? tags.productsOf(tag.id()) : List.of());
        }
    }

    @Transactional
    public void delete(long id, UUID adminId) {
        assortment.holdStill();
        Tag tag = tags.findById(id).orElseThrow(NotFound::new);
        if (tags.number() == 1) {
            throw new LastTag("It is the last tag of the shop.");
        }
        if (tags.isOnlyOneOfAProduct(id)) {
            throw new LastTag("It is the only tag of a product.");
        }
        assortment.takeOff(id, tags.productsOf(id), adminId);
        tag.delete(adminId, clock.instant());
        tags.delete(tag);
        audit.record("delete-tag", "tag", id);
    }

    private void requireFree(String name, long exceptId) {
        if (tags.isTaken(name, exceptId)) {
            throw new Duplicate("The name");
        }
    }
}
