package kontor.decision;

import io.micrometer.core.instrument.MeterRegistry;
import kontor.platform.web.ProblemWriter;
import kontor.platform.web.Replies;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a service needs whose answers wait for another one. */
@AutoConfiguration
class DecisionAutoConfiguration {

    @Bean
    Decisions decisions(MeterRegistry meters) {
        return new Decisions(meters);
    }

    @Bean
    OpenReplies openReplies(
            Replies replies, JdbcClient jdbc, ProblemWriter problems, JsonMapper mapper, MeterRegistry meters) {
        return new OpenReplies(replies, jdbc, problems, mapper, meters);
    }
}
