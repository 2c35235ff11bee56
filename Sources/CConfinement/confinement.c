#include "include/confinement.h"

#include <errno.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// Each forbidden call fails with EPERM, so that a library that only tries goes on without it.
#define FORBID(call)                                         \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1),    \
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA))

int annals_confine(void) {
  static struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      // Calls of another architecture have other numbers: none is made by an honest program.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      FORBID(socket),
      FORBID(socketpair),
      FORBID(connect),
      FORBID(bind),
      FORBID(ptrace),
      FORBID(process_vm_readv),
      FORBID(process_vm_writev),
      FORBID(io_uring_setup),
      FORBID(bpf),
      FORBID(keyctl),
      FORBID(mount),
      FORBID(init_module),
      FORBID(finit_module),
      FORBID(kexec_load),
      FORBID(unlinkat),
      FORBID(mkdirat),
      FORBID(fchmodat),
      FORBID(fchownat),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  static struct sock_fprog program = {
      .len = sizeof filter / sizeof filter[0],
      .filter = filter,
  };
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) return errno;
  return 0;
}

#else

int annals_confine(void) { return ENOSYS; }

#endif
