package kontor.catalog.packaging;

import java.time.Clock;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and edits packagings. */
@Service
class Packing {

    private static final long NEW = 0;

    private final Packagings packagings;
    private final PackagingLists views;
    private final Replies replies;
    private final Audit audit;
    private final Clock clock;

    Packing(Packagings packagings, PackagingLists views, Replies replies, Audit audit, Clock clock) {
        this.packagings = packagings;
        this.views = views;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public PackagingView create(CreatePackaging command) {
        return replies.once(command.key(), PackagingView.class, () -> {
            requireFree(command.form().name(), NEW);
            Packaging packaging =
                    packagings.saveAndFlush(new Packaging(command.form(), command.adminId(), clock.instant()));
            audit.record("create-packaging", "packaging", packaging.id());
            return views.one(packaging.id());
        });
    }

    @Transactional
    public void edit(EditPackaging command) {
        Packaging packaging = packagings.lock(command.id()).orElseThrow(NotFound::new);
        command.expected().require(packaging.version());
        Packaging.Form wanted = command.patch().apply(packaging.form());
        requireFree(wanted.name(), command.id());
        if (packaging.edit(wanted, command.adminId(), clock.instant())) {
            packagings.saveAndFlush(packaging);
            audit.record("edit-packaging", "packaging", command.id());
        }
    }

    private void requireFree(String name, long exceptId) {
        if (packagings.isTaken(name, exceptId)) {
            throw new Duplicate("The name");
        }
    }
}
