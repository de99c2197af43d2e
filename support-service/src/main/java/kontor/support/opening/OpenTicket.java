package kontor.support.opening;

import kontor.platform.web.RequestKey;
import kontor.support.object.TargetRef;
import kontor.support.party.Viewer;
import kontor.support.promise.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A member asks for help.
 *
 * @param text first message of the conversation
 * @param target what it is about, null for nothing in particular
 */
record OpenTicket(
        RequestKey request,
        Viewer creator,
        String subject,
        String text,
        Priority priority,
        @Nullable TargetRef target) {}
