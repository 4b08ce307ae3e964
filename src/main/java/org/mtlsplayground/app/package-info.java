/** The program itself: the window's frame, and the wiring of the rooms by constructors. */
package org.mtlsplayground.app;
