package kontor.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** Counts the statements that requests prepare; what listeners, jobs and the relay do beside them does not count. */
@Component
public class StatementCounting implements BeanPostProcessor {

    private static final AtomicInteger PREPARED = new AtomicInteger();

    /** Statements of the requests that the action sends. */
    public static int of(Runnable action) {
        int before = PREPARED.get();
        action.run();
        return PREPARED.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private static final class Counted extends DelegatingDataSource {

        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            ProxyFactory counted = new ProxyFactory(super.getConnection());
            counted.addAdvice((MethodInterceptor) call -> {
                if (PreparedStatement.class.isAssignableFrom(call.getMethod().getReturnType())
                        && RequestContextHolder.getRequestAttributes() != null) {
                    PREPARED.incrementAndGet();
                }
                return call.proceed();
            });
            return (Connection) counted.getProxy();
        }
    }
}
