package kontor.order.fee;

import java.util.UUID;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds fee models. */
@Service
class AddingModels {

    private final FeeModels models;
    private final FeeModelLists views;
    private final Replies replies;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AddingModels(
            FeeModels models, FeeModelLists views, Replies replies, Audit audit, ApplicationEventPublisher events) {
        this.models = models;
        this.views = views;
        this.replies = replies;
        this.audit = audit;
        this.events = events;
    }

    /** A fee model shall exist. */
    record AddModel(RequestKey key, FeeModel model, UUID adminId) {}

    @Transactional
    public FeeModelView add(AddModel command) {
        return replies.once(command.key(), FeeModelView.class, () -> {
            FeeModelView view = views.one(models.add(command.model()));
            audit.record("add-fee-model", "fee-model", view.id());
            events.publishEvent(new FeeModelAdded(
                    view.id(),
                    view.name(),
                    view.percent(),
                    view.fixedMinor(),
                    view.minMinor(),
                    view.maxMinor(),
                    view.validFrom(),
                    command.adminId()));
            return view;
        });
    }
}
