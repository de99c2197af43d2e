package kontor.identity.maintenance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import kontor.identity.maintenance.Maintenance.Mode;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The maintenance switch over HTTP. */
@RestController
@RequestMapping("/api/v1/maintenance")
class MaintenanceController {

    private final Switches switches;
    private final Switching switching;

    MaintenanceController(Switches switches, Switching switching) {
        this.switches = switches;
        this.switching = switching;
    }

    @GetMapping
    @Access(Who.ANYONE)
    Mode get() {
        return switches.get().mode();
    }

    @PutMapping
    @Access(Who.ADMIN)
    Mode put(Caller caller, @Valid @RequestBody Switch request) {
        return switching.switchTo(request.on(), request.message(), caller.memberId());
    }

    record Switch(
            @NotNull Boolean on, @Text(max = 200) @Nullable String message) {}
}
