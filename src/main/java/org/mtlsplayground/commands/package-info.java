/** A side's setup as commands for other programs: a text for the shell that does there what the playground does here. */
package org.mtlsplayground.commands;
