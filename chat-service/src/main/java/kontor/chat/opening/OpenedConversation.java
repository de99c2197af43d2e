package kontor.chat.opening;

import kontor.chat.overview.ConversationView;

/**
 * A conversation that is there.
 *
 * @param fresh false if it was there before
 */
record OpenedConversation(ConversationView conversation, boolean fresh) {}
