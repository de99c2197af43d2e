package kontor.support.handling;

import kontor.platform.web.RequestKey;
import kontor.support.party.Viewer;

/** A creator or a member of staff does something about a ticket. */
record ActOnTicket(RequestKey request, Viewer by, long ticketId) {}
