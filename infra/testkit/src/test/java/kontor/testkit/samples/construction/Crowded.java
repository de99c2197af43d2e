package kontor.testkit.samples.construction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class Crowded {

    @SuppressWarnings("NonFinalStaticField") // the sample is about it
    static int calls;

    @Autowired
    @Nullable
    Clock clock;

    @Value("${kontor.size}")
    int size;

    @SuppressWarnings("StaticAssignmentInConstructor")
    Crowded(int a, int b, int c, int d, int e, int f) {
        calls = a + b + c + d + e + f;
    }

    @Autowired
    void inject(Clock other) {
        clock = other;
    }

    @Entity
    static class OpenEntity {

        @Id
        private long id;

        /** Open to all. */
        public OpenEntity() {}

        void setId(long other) {
            id = other + id;
        }
    }
}
