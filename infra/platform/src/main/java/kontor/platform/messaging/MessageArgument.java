package kontor.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.MethodParameter;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;

/** Lets a listener take the event as a {@link Message}. */
final class MessageArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Message.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, org.springframework.messaging.Message<?> message) {
        Object raw = message.getHeaders().get(org.springframework.kafka.support.KafkaHeaders.RAW_DATA);
        return Message.of((ConsumerRecord<?, ?>) java.util.Objects.requireNonNull(raw));
    }
}
