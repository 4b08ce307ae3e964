/** The one bundle of visible text. May be used by every room that speaks to people. */
package org.mtlsplayground.text;
