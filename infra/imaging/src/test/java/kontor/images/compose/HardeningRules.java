package kontor.images.compose;

import java.util.Set;
import java.util.stream.Stream;
import kontor.images.compose.Compose.Part;
import kontor.local.service.Service;

/** That every container has the least it needs. */
final class HardeningRules {

    /** What a virtual machine needs besides its heap, as {@code infra/status} shows it, and some air. */
    private static final int BESIDE_HEAP_MEGABYTES = 256;

    static final ComposeRule LEAST_RIGHTS = new ComposeRule(
            "nobody may write, gain a right or be root",
            compose -> compose.parts().stream()
                    .flatMap(part -> Stream.of(
                                    part.is("read_only") ? "" : "may write to its root",
                                    part.all("cap_drop").equals(Set.of("ALL")) ? "" : "keeps capabilities",
                                    part.all("security_opt").contains("no-new-privileges:true") ? "" : "gains rights",
                                    part.settings().containsKey("mem_limit") ? "" : "may take all memory",
                                    part.is("privileged") ? "is privileged" : "")
                            .filter(fault -> !fault.isEmpty())
                            .map(fault -> part.name() + " " + fault)));

    static final ComposeRule NAMED_VOLUMES = new ComposeRule(
            "what is kept is in a named volume",
            compose -> compose.parts().stream()
                    .flatMap(part -> part.all("volumes").stream()
                            .filter(volume -> !volume.endsWith(":ro"))
                            .filter(volume -> !compose.volumes().contains(volume.split(":", 2)[0]))
                            .map(volume -> "%s keeps files in %s".formatted(part.name(), volume))));

    static final ComposeRule NO_SECRET_IN_SIGHT = new ComposeRule(
            "no secret is in an environment",
            compose -> compose.parts().stream()
                    .flatMap(part -> part.variables().stream()
                            .filter(name -> name.contains("PASSWORD") || name.contains("SECRET"))
                            .filter(name -> !String.valueOf(part.environment().get(name))
                                    .startsWith("/run/secrets"))
                            .filter(name -> !name.endsWith("_DAYS"))
                            .map(name -> "%s has %s in its environment".formatted(part.name(), name))));

    static final ComposeRule ROOM_FOR_THE_HEAP = new ComposeRule(
            "a limit of memory leaves room beside the heap",
            compose -> compose.ours().stream()
                    .filter(part -> megabytes(part) < heapOf(part.name()) + BESIDE_HEAP_MEGABYTES)
                    .map(part -> "%s has %s for a heap of %dm"
                            .formatted(part.name(), part.text("mem_limit"), heapOf(part.name()))));

    private HardeningRules() {}

    private static int megabytes(Part part) {
        return Integer.parseInt(part.text("mem_limit").replace("m", ""));
    }

    private static int heapOf(String part) {
        return Service.ALL.stream()
                .filter(service -> part.equals(service.name()) || part.equals(service.name() + "-service"))
                .findFirst()
                .orElseThrow()
                .heap()
                .most();
    }
}
