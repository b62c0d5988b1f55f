import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../api/use-error-text.ts';
import { signIn } from '../session/auth-calls.ts';
import { safeTarget } from '../session/safe-target.ts';
import { ErrorPanel } from '../ui/states.tsx';
import { Welcome } from './welcome.tsx';

export function SignInPage() {
  const { t } = useTranslation('auth');
  const errors = useErrorText();
  const enter = useEnter();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.includes('@') ? null : t(($) => $.emailNeeded)),
      password: (password) => (password === '' ? t(($) => $.passwordNeeded) : null),
    },
  });
  const signingIn = useMutation({
    mutationFn: (values: { email: string; password: string }) => signIn(values.email.trim(), values.password),
    onSuccess: enter,
  });
  return (
    <Welcome title={t(($) => $.signIn.title)} text={t(($) => $.signIn.text)}>
      <form onSubmit={form.onSubmit((values) => signingIn.mutate(values))} noValidate>
        <Stack gap={11}>
          <TextInput
            label={t(($) => $.email)}
            type="email"
            autoComplete="username"
            size="md"
            data-autofocus
            autoFocus
            {...form.getInputProps('email')}
            key={form.key('email')}
          />
          <PasswordInput
            label={t(($) => $.password)}
            autoComplete="current-password"
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': t(($) => $.showPassword) }}
            {...form.getInputProps('password')}
            key={form.key('password')}
          />
          {signingIn.error !== null && <ErrorPanel text={errors.of(signingIn.error)} />}
          <Button type="submit" size="lg" mt={4} loading={signingIn.isPending}>
            {t(($) => $.signIn.verb)}
          </Button>
        </Stack>
      </form>
    </Welcome>
  );
}

/** Forgets what was known about nobody being signed in, and goes where the person wanted to go. */
function useEnter(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ strict: false });
  return async () => {
    queries.clear();
    await navigate({ to: safeTarget(to), replace: true });
  };
}
