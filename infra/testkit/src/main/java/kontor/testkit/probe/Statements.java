package kontor.testkit.probe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The statements that requests prepare; what listeners, jobs and the relay do beside them does not count, nor who
 * calls: that is remembered for seconds, and asked for whenever they have passed.
 */
public final class Statements implements BeanPostProcessor {

    private static final String WHO_CALLS = "from known_member where subject = ";

    private static final Queue<String> PREPARED = new ConcurrentLinkedQueue<>();
    private static volatile boolean isListening;

    /** Texts of the statements of the requests that the action sends, in order. */
    public static List<String> of(Runnable action) {
        PREPARED.clear();
        isListening = true;
        try {
            action.run();
        } finally {
            isListening = false;
        }
        return PREPARED.stream().filter(sql -> !sql.contains(WHO_CALLS)).toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Watched(source) : bean;
    }

    private static final class Watched extends DelegatingDataSource {

        Watched(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            ProxyFactory watched = new ProxyFactory(super.getConnection());
            watched.addAdvice((MethodInterceptor) call -> {
                if (isListening
                        && PreparedStatement.class.isAssignableFrom(
                                call.getMethod().getReturnType())
                        && RequestContextHolder.getRequestAttributes() != null) {
                    PREPARED.add(String.valueOf(call.getArguments()[0]));
                }
                return call.proceed();
            });
            return (Connection) watched.getProxy();
        }
    }
}
