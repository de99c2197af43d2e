package kontor.testkit;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Takes a context's own broker away when the context ends. */
record CloseWithContext(ApplicationContext context, KafkaServer server)
        implements ApplicationListener<ContextClosedEvent> {

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext().equals(context)) {
            server.close();
        }
    }
}
