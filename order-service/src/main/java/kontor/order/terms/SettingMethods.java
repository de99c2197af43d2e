package kontor.order.terms;

import java.util.UUID;
import java.util.function.UnaryOperator;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InUse;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the payment methods. */
@Service
class SettingMethods {

    private static final String TARGET = "payment-method";
    private static final long NEW = 0;

    private final PaymentMethods methods;
    private final MethodLists views;
    private final Replies replies;
    private final Audit audit;

    SettingMethods(PaymentMethods methods, MethodLists views, Replies replies, Audit audit) {
        this.methods = methods;
        this.views = views;
        this.replies = replies;
        this.audit = audit;
    }

    /** A payment method shall exist. */
    record CreateMethod(PaymentMethod.Form form, UUID adminId, RequestKey key) {}

    /** A payment method shall be changed. */
    record EditMethod(long id, UnaryOperator<PaymentMethod.Form> patch, UUID adminId, IfMatch expected) {}

    @Transactional
    public MethodView create(CreateMethod command) {
        return replies.once(command.key(), MethodView.class, () -> {
            requireFree(command.form().method(), NEW);
            PaymentMethod method = methods.saveAndFlush(new PaymentMethod(command.form(), command.adminId()));
            audit.record("create-payment-method", TARGET, method.id());
            return views.one(method.id());
        });
    }

    @Transactional
    public void edit(EditMethod command) {
        PaymentMethod method = methods.lock(command.id()).orElseThrow(NotFound::new);
        command.expected().require(method.version());
        PaymentMethod.Form wanted = command.patch().apply(method.form());
        requireFree(wanted.method(), command.id());
        if (method.edit(wanted, command.adminId())) {
            methods.saveAndFlush(method);
            audit.record("edit-payment-method", TARGET, command.id());
        }
    }

    /** Who orders by it shares its row until he is done, so it cannot become used meanwhile. */
    @Transactional
    public void delete(long id, UUID adminId) {
        PaymentMethod method = methods.lock(id).orElseThrow(NotFound::new);
        if (methods.isUsed(id)) {
            throw new InUse("Orders are paid by this method; set it inactive instead.");
        }
        method.delete(adminId);
        methods.delete(method);
        audit.record("delete-payment-method", TARGET, id);
    }

    private void requireFree(String method, long exceptId) {
        if (methods.isTaken(method, exceptId)) {
            throw new Duplicate("The name");
        }
    }
}
