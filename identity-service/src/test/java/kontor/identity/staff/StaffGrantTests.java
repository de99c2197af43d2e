package kontor.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffGrantTests {

    @Test
    void countsTheHighestGrantHeld() {
        assertThat(StaffGrant.levelOf(Set.of())).isZero();
        assertThat(StaffGrant.levelOf(Set.of(StaffGrant.SUPPORT_1))).isEqualTo(1);
        assertThat(StaffGrant.levelOf(Set.of(StaffGrant.SUPPORT_2, StaffGrant.SUPPORT_1)))
                .isEqualTo(2);
        assertThat(StaffGrant.levelOf(Set.of(StaffGrant.SUPPORT_1, StaffGrant.SUPPORT_CHIEF)))
                .isEqualTo(3);
    }
}
