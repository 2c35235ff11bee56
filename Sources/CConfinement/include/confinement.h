#ifndef ANNALS_CONFINEMENT_H
#define ANNALS_CONFINEMENT_H

/// Forbids the calling process and all it starts, for good, to open sockets, to trace or signal other
/// processes' memory, to load kernel code or to change what is mounted; and has it killed when the
/// process that started it ends.
///
/// Source: seccomp(2), filter mode; prctl(2), PR_SET_PDEATHSIG. Linux on x86-64 and arm64.
///
/// Returns 0, or the error number of the system where it offers no such filter.
int annals_confine(void);

#endif
