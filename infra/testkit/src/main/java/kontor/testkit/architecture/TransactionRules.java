package kontor.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.function.Consumer;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A transaction starts at the activity or at the listener that calls it, and nowhere else. */
final class TransactionRules {

    private static final String OTHER = "jakarta.transaction.Transactional";

    static final HouseRule STARTS_AT_THE_ACTIVITY = HouseRule.everyClass(
            "@Transactional stands on activities and listeners, elsewhere it is MANDATORY", TransactionRules::inspect);

    private TransactionRules() {}

    private static void inspect(JavaClass type, Consumer<String> complain) {
        if (Role.is(type, OTHER) || type.getMethods().stream().anyMatch(method -> Role.is(method, OTHER))) {
            complain.accept("uses jakarta.transaction, take Spring's annotation");
        }
        if (Role.isActivity(type) || Role.isListener(type)) {
            return;
        }
        if (type.isAnnotatedWith(Transactional.class) && starts(type.getAnnotationOfType(Transactional.class))) {
            complain.accept("starts transactions, but is neither activity nor listener");
        }
        type.getMethods().stream()
                .filter(TransactionRules::starts)
                .forEach(method -> complain.accept(
                        "starts a transaction in " + method.getName() + ", but is neither activity nor listener"));
    }

    private static boolean starts(JavaMethod method) {
        return method.isAnnotatedWith(Transactional.class) && starts(method.getAnnotationOfType(Transactional.class));
    }

    private static boolean starts(Transactional transaction) {
        return transaction.propagation() != Propagation.MANDATORY;
    }
}
